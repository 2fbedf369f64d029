import { zlibSync } from 'fflate';
import { isOpen } from '../lib/day';
import type { Activity } from '../model/dataset';

/** The size in pixels of the picture that other sites show with a link. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
export const CARD_FILE = 'card.png';

const [LEFT, RIGHT, TOP, BASE] = [80, 1120, 110, 500];
const BARS = 65;
const GAP = 4;
const LEAST_HEIGHT = 8;

const [PAPER, RULE, INK, ACCENT] = [0, 1, 2, 3];
const PALETTE = ['#fbfaf6', '#dfdcd2', '#575a60', '#2440c8'];

/**
 * Draws a bar chart of when the activities begin, for sites that show a picture with a link. Returns a PNG; the same
 * input gives the same bytes. The picture has no text, because such sites show the title beside it, and text would need
 * a font. `accent` is a colour as `#rrggbb`.
 */
export function cardImage(activities: readonly Activity[], accent: string = PALETTE[ACCENT] ?? ''): Uint8Array {
  const pixels = new Uint8Array(CARD_WIDTH * CARD_HEIGHT).fill(PAPER);
  const fill = (x: number, y: number, width: number, height: number, colour: number) => {
    for (let row = y; row < y + height; row += 1) {
      pixels.fill(colour, row * CARD_WIDTH + x, row * CARD_WIDTH + x + width);
    }
  };
  const counts = countsOf(activities);
  const most = Math.max(1, ...counts);
  const left = (bar: number) => Math.round(LEFT + (bar * (RIGHT - LEFT)) / BARS);
  for (const level of [1 / 3, 2 / 3, 1]) fill(LEFT, Math.round(BASE - level * (BASE - TOP)), RIGHT - LEFT, 1, RULE);
  counts.forEach((count, bar) => {
    if (count === 0) return;
    const height = Math.max(LEAST_HEIGHT, Math.round((count / most) * (BASE - TOP)));
    fill(left(bar), BASE - height, left(bar + 1) - left(bar) - GAP, height, ACCENT);
  });
  fill(LEFT, BASE, RIGHT - LEFT, 3, INK);
  for (let tick = 0; tick <= 4; tick += 1) fill(left((tick * BARS) / 4) - (tick === 4 ? 3 : 0), BASE, 3, 20, INK);
  return pngOf(pixels, [...PALETTE.slice(0, ACCENT), accent]);
}

/**
 * Divides the time of the activities into equal periods, and counts the activities that begin in each. An activity with
 * an open beginning counts by its last day. Activities without a known day are not counted.
 */
function countsOf(activities: readonly Activity[]): number[] {
  const days = activities
    .map(({ earliest, latest }) => (isOpen(earliest) ? latest : earliest))
    .filter(day => !isOpen(day));
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((greatest, day) => Math.max(greatest, day), Number.NEGATIVE_INFINITY);
  const counts = new Array<number>(BARS).fill(0);
  for (const day of days) {
    const bar = last === first ? (BARS - 1) / 2 : Math.floor(((day - first) / (last - first + 1)) * BARS);
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts;
}

/** Encodes pixels as a PNG. Each pixel is an index into the palette. */
function pngOf(pixels: Uint8Array, palette: readonly string[]): Uint8Array {
  const rows = new Uint8Array((CARD_WIDTH + 1) * CARD_HEIGHT);
  for (let row = 0; row < CARD_HEIGHT; row += 1) {
    // Each row begins with a byte for its filter. It stays 0, which means no filter.
    rows.set(pixels.subarray(row * CARD_WIDTH, (row + 1) * CARD_WIDTH), row * (CARD_WIDTH + 1) + 1);
  }
  const size = new DataView(new ArrayBuffer(8));
  size.setUint32(0, CARD_WIDTH);
  size.setUint32(4, CARD_HEIGHT);
  const colours = palette.flatMap(colour => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16)));
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    // 8 bits per pixel, which are an index into the palette (colour type 3).
    chunk('IHDR', Uint8Array.of(...new Uint8Array(size.buffer), 8, 3, 0, 0, 0)),
    chunk('PLTE', Uint8Array.from(colours)),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined([new TextEncoder().encode(type), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(named));
  return joined([new Uint8Array(frame.buffer, 0, 4), named, new Uint8Array(frame.buffer, 4, 4)]);
}

/** Computes the CRC-32 checksum at the end of each PNG chunk. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
