/*
 * The Equal Earth projection (Šavrič, Patterson and Jenny, 2018). `MIDDLE` is the outline's central meridian in
 * degrees. `SCALE` and `ORIGIN` were fitted so that projected points match the outline's dots.
 */
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;
const MIDDLE = 11;
const SCALE = 382.25;
const ORIGIN = { x: 978.3, y: 498.85 };

/** Converts longitude and latitude in degrees to the outline's units. */
export function projected([longitude, latitude]: readonly [number, number]): { x: number; y: number } {
  const fromMiddle = ((((longitude - MIDDLE + 180) % 360) + 360) % 360) - 180;
  const theta = Math.asin(M * Math.sin((latitude * Math.PI) / 180));
  const square = theta ** 2;
  const sixth = theta ** 6;
  const x =
    (fromMiddle * Math.PI * Math.cos(theta)) / (180 * M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
  const y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
  return { x: ORIGIN.x + SCALE * x, y: ORIGIN.y - SCALE * y };
}
