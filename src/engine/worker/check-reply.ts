import { getOwn } from '../../lib/get-own';

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isNumber = (value: unknown) => typeof value === 'number';
const isString = (value: unknown) => typeof value === 'string';
const orNull = (check: (value: unknown) => boolean) => (value: unknown) => value === null || check(value);

/** Returns whether JSON can represent a value. It can't represent typed arrays, maps, dates, NaN and infinity. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (isObject(value)) return Object.values(value).every(part => part === undefined || isPlain(part));
  return value === null || isString(value) || typeof value === 'boolean' || Number.isFinite(value);
}

const SHAPES: Readonly<Record<string, Shape>> = {
  progress: { progress: value => isObject(value) && isNumber(value.done) && orNull(isNumber)(value.total) },
  done: { value: value => isObject(value) && isPlain(value) },
  failed: { code: isString, found: isString },
  ended: {},
};

/**
 * Throws a TypeError if a message from the worker is not a `Reply`. Only development builds call this, because it
 * checks every value.
 */
export function checkReply(message: unknown): void {
  const shape = isObject(message) && isNumber(message.id) ? getOwn(SHAPES, String(message.kind)) : undefined;
  const isReply = isObject(message) && shape && Object.entries(shape).every(([key, check]) => check(message[key]));
  if (!isReply) throw new TypeError(`the worker sent what is no reply: ${JSON.stringify(message)?.slice(0, 500)}`);
}
