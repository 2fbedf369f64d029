/**
 * Encodes a value for a query string. Spaces become `+`, and commas, slashes and colons stay readable. Quotes, brackets
 * and some other characters that URLs allow are encoded too, because programs would end a link in plain text there.
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replace(/%20/g, '+')
    .replace(/%2C/g, ',')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
