/**
 * Encodes a value for a query string. Spaces become `+`, and commas, slashes and colons stay readable. Encodes also
 * characters that URLs allow but at which programs end a link in plain text, such as quotes and brackets.
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replace(/%20/g, '+')
    .replace(/%2C/g, ',')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
