;; The loops over sets that take most of the time. Sets are in linear memory and processed sixteen bytes at a time. A
;; set has at least one 64-byte line. The addresses of sets and $bytes are multiples of 64, and $bytes is positive.
;; Loops count $bytes down instead of comparing with an end address, which may be 2^32 for the last set.
(module
  (memory (export "memory") 1)

  (func (export "intersect") (param $into i32) (param $other i32) (param $bytes i32)
    (loop $next
      (v128.store (local.get $into)
        (v128.and (v128.load (local.get $into)) (v128.load (local.get $other))))
      (local.set $into (i32.add (local.get $into) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 16))))))

  (func (export "subtract") (param $into i32) (param $other i32) (param $bytes i32)
    (loop $next
      (v128.store (local.get $into)
        (v128.andnot (v128.load (local.get $into)) (v128.load (local.get $other))))
      (local.set $into (i32.add (local.get $into) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 16))))))

  (func (export "unite") (param $into i32) (param $other i32) (param $bytes i32)
    (loop $next
      (v128.store (local.get $into)
        (v128.or (v128.load (local.get $into)) (v128.load (local.get $other))))
      (local.set $into (i32.add (local.get $into) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 16))))))

  ;; Returns whether any bit of a line is set.
  (func $hasAny (param $line i32) (result i32)
    (v128.any_true
      (v128.or
        (v128.or (v128.load (local.get $line)) (v128.load offset=16 (local.get $line)))
        (v128.or (v128.load offset=32 (local.get $line)) (v128.load offset=48 (local.get $line))))))

  ;; Returns the number of bytes before the first line with a set bit, or $bytes if no bit is set.
  (func (export "emptyBefore") (param $set i32) (param $bytes i32) (result i32)
    (local $skipped i32)
    (loop $next
      (if (call $hasAny (i32.add (local.get $set) (local.get $skipped))) (then (return (local.get $skipped))))
      (local.set $skipped (i32.add (local.get $skipped) (i32.const 64)))
      (br_if $next (i32.lt_u (local.get $skipped) (local.get $bytes))))
    (local.get $skipped))

  ;; Returns the number of bytes up to the end of the last line with a set bit, or 0 if no bit is set.
  (func (export "filledBytes") (param $set i32) (param $bytes i32) (result i32)
    (loop $next
      (if (call $hasAny (i32.add (local.get $set) (i32.sub (local.get $bytes) (i32.const 64))))
        (then (return (local.get $bytes))))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 64)))))
    (i32.const 0))

  ;; Writes the positions of the set bits of $bits to $into, as consecutive i32. $position is the position of the first
  ;; bit. Returns the address after the last position.
  (func $listBits (param $bits i64) (param $position i32) (param $into i32) (result i32)
    (block $done
      (loop $next
        (br_if $done (i64.eqz (local.get $bits)))
        (i32.store (local.get $into)
          (i32.add (local.get $position) (i32.wrap_i64 (i64.ctz (local.get $bits)))))
        (local.set $into (i32.add (local.get $into) (i32.const 4)))
        (local.set $bits (i64.and (local.get $bits) (i64.sub (local.get $bits) (i64.const 1))))
        (br $next)))
    (local.get $into))

  (func $listLanes (param $bits v128) (param $position i32) (param $into i32) (result i32)
    (call $listBits
      (i64x2.extract_lane 1 (local.get $bits))
      (i32.add (local.get $position) (i32.const 64))
      (call $listBits (i64x2.extract_lane 0 (local.get $bits)) (local.get $position) (local.get $into))))

  ;; Like $listBits, for all bits that are set in both of two sets, from the addresses $a and $b on.
  (func (export "listCommon")
    (param $a i32) (param $b i32) (param $bytes i32) (param $position i32) (param $into i32) (result i32)
    (local $bits v128)
    (loop $next
      (if (v128.any_true (local.tee $bits (v128.and (v128.load (local.get $a)) (v128.load (local.get $b)))))
        (then (local.set $into (call $listLanes (local.get $bits) (local.get $position) (local.get $into)))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (local.set $position (i32.add (local.get $position) (i32.const 128)))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 16)))))
    (local.get $into))

  ;; Like listCommon, for the bits that are set in only one of two sets.
  (func (export "listDifferences")
    (param $a i32) (param $b i32) (param $bytes i32) (param $position i32) (param $into i32) (result i32)
    (local $bits v128)
    (loop $next
      (if (v128.any_true (local.tee $bits (v128.xor (v128.load (local.get $a)) (v128.load (local.get $b)))))
        (then (local.set $into (call $listLanes (local.get $bits) (local.get $position) (local.get $into)))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (local.set $position (i32.add (local.get $position) (i32.const 128)))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 16)))))
    (local.get $into))

  (func $sumOfLanes (param $lanes v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
      (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes)))))

  ;; Returns the number of bits that are set in both of two sets.
  (func (export "countCommon") (param $base i32) (param $a i32) (param $bytes i32) (result i32)
    (local $countA v128)
    (loop $next
      (local.set $countA (i32x4.add (local.get $countA)
        (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (i8x16.add
          (i8x16.popcnt (v128.and (v128.load (local.get $base)) (v128.load (local.get $a))))
          (i8x16.popcnt (v128.and (v128.load offset=16 (local.get $base)) (v128.load offset=16 (local.get $a)))))))))
      (local.set $base (i32.add (local.get $base) (i32.const 32)))
      (local.set $a (i32.add (local.get $a) (i32.const 32)))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 32)))))
    (call $sumOfLanes (local.get $countA)))

  ;; Counts the bits that $base has in common with each of four sets, and writes the four counts as i32 at $into. A
  ;; third faster than four calls of countCommon, because memory accesses overlap.
  (func (export "countCommonOfFour")
    (param $base i32) (param $a i32) (param $b i32) (param $c i32) (param $d i32) (param $bytes i32) (param $into i32)
    (local $low v128) (local $high v128)
    (local $countA v128) (local $countB v128) (local $countC v128) (local $countD v128)
    (loop $next
      (local.set $low (v128.load (local.get $base)))
      (local.set $high (v128.load offset=16 (local.get $base)))
      (local.set $countA (i32x4.add (local.get $countA)
        (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (i8x16.add
          (i8x16.popcnt (v128.and (local.get $low) (v128.load (local.get $a))))
          (i8x16.popcnt (v128.and (local.get $high) (v128.load offset=16 (local.get $a)))))))))
      (local.set $countB (i32x4.add (local.get $countB)
        (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (i8x16.add
          (i8x16.popcnt (v128.and (local.get $low) (v128.load (local.get $b))))
          (i8x16.popcnt (v128.and (local.get $high) (v128.load offset=16 (local.get $b)))))))))
      (local.set $countC (i32x4.add (local.get $countC)
        (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (i8x16.add
          (i8x16.popcnt (v128.and (local.get $low) (v128.load (local.get $c))))
          (i8x16.popcnt (v128.and (local.get $high) (v128.load offset=16 (local.get $c)))))))))
      (local.set $countD (i32x4.add (local.get $countD)
        (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (i8x16.add
          (i8x16.popcnt (v128.and (local.get $low) (v128.load (local.get $d))))
          (i8x16.popcnt (v128.and (local.get $high) (v128.load offset=16 (local.get $d)))))))))
      (local.set $base (i32.add (local.get $base) (i32.const 32)))
      (local.set $a (i32.add (local.get $a) (i32.const 32)))
      (local.set $b (i32.add (local.get $b) (i32.const 32)))
      (local.set $c (i32.add (local.get $c) (i32.const 32)))
      (local.set $d (i32.add (local.get $d) (i32.const 32)))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 32)))))
    (i32.store (local.get $into) (call $sumOfLanes (local.get $countA)))
    (i32.store offset=4 (local.get $into) (call $sumOfLanes (local.get $countB)))
    (i32.store offset=8 (local.get $into) (call $sumOfLanes (local.get $countC)))
    (i32.store offset=12 (local.get $into) (call $sumOfLanes (local.get $countD))))

  ;; Returns how many positions of a list are in a set. Here $bytes is the length of the list, a positive multiple of 4.
  (func (export "countListed") (param $base i32) (param $list i32) (param $bytes i32) (result i32)
    (local $position i32) (local $count i32)
    (loop $next
      (local.set $position (i32.load (local.get $list)))
      (local.set $count (i32.add (local.get $count)
        (i32.and (i32.const 1)
          (i32.shr_u
            (i32.load (i32.add (local.get $base) (i32.shl (i32.shr_u (local.get $position) (i32.const 5)) (i32.const 2))))
            (local.get $position)))))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (br_if $next (local.tee $bytes (i32.sub (local.get $bytes) (i32.const 4)))))
    (local.get $count))

  ;; Returns the number of common bits before the position $edge in the 64-bit words at $a and $b, which contain this
  ;; position.
  (func $commonBelow (param $a i32) (param $b i32) (param $edge i32) (result i32)
    (if (result i32) (i32.and (local.get $edge) (i32.const 63))
      (then (i32.wrap_i64 (i64.popcnt (i64.and
        (i64.xor (i64.const -1) (i64.shl (i64.const -1) (i64.extend_i32_u (local.get $edge))))
        (i64.and (i64.load (local.get $a)) (i64.load (local.get $b)))))))
      (else (i32.const 0))))

  ;; Counts the common positions of two sets in each of the $count ranges between consecutive ascending edges, and
  ;; replaces each edge at $edges by the count of its range. For each edge, first counts the common bits of the 64-bit
  ;; words before the word of the edge, two words at a time if there are at least 32. Then counts the bits before the
  ;; edge in its own word. Reads this word only if there are such bits, because it may lie beyond the end of the set.
  (func (export "countRanges") (param $a i32) (param $b i32) (param $edges i32) (param $count i32)
    (local $edge i32) (local $word i32) (local $bytes i32) (local $lanes v128)
    (local $words i32) (local $before i32) (local $last i32)
    (local.set $edge (i32.load (local.get $edges)))
    (local.set $word (i32.shr_u (local.get $edge) (i32.const 6)))
    (local.set $a (i32.add (local.get $a) (i32.shl (local.get $word) (i32.const 3))))
    (local.set $b (i32.add (local.get $b) (i32.shl (local.get $word) (i32.const 3))))
    (local.set $last (call $commonBelow (local.get $a) (local.get $b) (local.get $edge)))
    (loop $range
      (local.set $edge (i32.load offset=4 (local.get $edges)))
      (local.set $bytes (i32.shl
        (i32.sub (i32.shr_u (local.get $edge) (i32.const 6)) (local.get $word)) (i32.const 3)))
      (local.set $word (i32.shr_u (local.get $edge) (i32.const 6)))
      (if (i32.ge_u (local.get $bytes) (i32.const 256))
        (then
          (local.set $lanes (v128.const i32x4 0 0 0 0))
          (loop $next
            (local.set $lanes (i32x4.add (local.get $lanes)
              (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u
                (i8x16.popcnt (v128.and (v128.load (local.get $a)) (v128.load (local.get $b))))))))
            (local.set $a (i32.add (local.get $a) (i32.const 16)))
            (local.set $b (i32.add (local.get $b) (i32.const 16)))
            (local.set $bytes (i32.sub (local.get $bytes) (i32.const 16)))
            (br_if $next (i32.ge_u (local.get $bytes) (i32.const 16))))
          (local.set $words (i32.add (local.get $words) (call $sumOfLanes (local.get $lanes))))))
      (block $done
        (loop $next
          (br_if $done (i32.eqz (local.get $bytes)))
          (local.set $words (i32.add (local.get $words)
            (i32.wrap_i64 (i64.popcnt (i64.and (i64.load (local.get $a)) (i64.load (local.get $b)))))))
          (local.set $a (i32.add (local.get $a) (i32.const 8)))
          (local.set $b (i32.add (local.get $b) (i32.const 8)))
          (local.set $bytes (i32.sub (local.get $bytes) (i32.const 8)))
          (br $next)))
      (local.set $before (i32.add (local.get $words)
        (call $commonBelow (local.get $a) (local.get $b) (local.get $edge))))
      (i32.store (local.get $edges) (i32.sub (local.get $before) (local.get $last)))
      (local.set $last (local.get $before))
      (local.set $edges (i32.add (local.get $edges) (i32.const 4)))
      (br_if $range (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; Like countRanges, for the positions of a list, from address $list to $end, that are in the set $base. Positions
  ;; before the first edge are not counted.
  (func (export "countListedRanges")
    (param $base i32) (param $list i32) (param $end i32) (param $edges i32) (param $count i32)
    (local $position i32) (local $inRange i32) (local $to i32)
    (local.set $to (i32.load (local.get $edges)))
    (block $begun
      (loop $skip
        (br_if $begun (i32.ge_u (local.get $list) (local.get $end)))
        (br_if $begun (i32.ge_u (i32.load (local.get $list)) (local.get $to)))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (br $skip)))
    (loop $range
      (local.set $to (i32.load offset=4 (local.get $edges)))
      (local.set $inRange (i32.const 0))
      (block $done
        (loop $next
          (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
          (local.set $position (i32.load (local.get $list)))
          (br_if $done (i32.ge_u (local.get $position) (local.get $to)))
          (local.set $inRange (i32.add (local.get $inRange)
            (i32.and (i32.const 1)
              (i32.shr_u
                (i32.load (i32.add (local.get $base) (i32.shl (i32.shr_u (local.get $position) (i32.const 5)) (i32.const 2))))
                (local.get $position)))))
          (local.set $list (i32.add (local.get $list) (i32.const 4)))
          (br $next)))
      (i32.store (local.get $edges) (local.get $inRange))
      (local.set $edges (i32.add (local.get $edges) (i32.const 4)))
      (br_if $range (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
