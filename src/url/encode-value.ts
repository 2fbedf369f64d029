/**
 * Encodes a value for a query string. Spaces become `+`. Other characters stay readable, except those at which programs
 * would end a link in plain text.
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replace(/%20/g, '+')
    .replace(/%2C/g, ',')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
