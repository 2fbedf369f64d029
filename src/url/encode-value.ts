/**
 * Encodes a value for a query string. Leaves characters readable unless they end a link in plain text; a space becomes
 * `+`.
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replace(/%20/g, '+')
    .replace(/%2C/g, ',')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
