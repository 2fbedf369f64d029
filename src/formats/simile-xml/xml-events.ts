import { plainText } from '../../lib/plain-text';
import type { Raw } from '../document/fields';

const EVENT = /<event\b((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?:\/>|>([\s\S]*?)<\/event>)/gi;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Returns the `event` elements of an XML text. Attributes become members, and the content becomes `description`. */
export function xmlEvents(xml: string): Raw[] {
  return [...xml.matchAll(EVENT)].map(([, attributes = '', content = '']) => {
    const event: Record<string, string> = {};
    for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      event[name] = plainText(double ?? single ?? '');
    }
    const inner = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/.exec(content)?.[1] ?? plainText(content);
    return { ...event, description: inner };
  });
}
