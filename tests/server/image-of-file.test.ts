import { expect, it } from 'vitest';
import { imageOfFile } from '../../src/server/image-of-file';

const data = { folder: '/srv/site', dataOrigins: ['https://images.example.org'] };

it.each([
  ['beside the file', 'img/a b.jpg', 'data/img/a%20b.jpg'],
  ['above the file', '../a.jpg', 'a.jpg'],
  ['from the root of the site', '/img/a.jpg', '/img/a.jpg'],
  ['of an origin that is allowed', 'https://images.example.org/a.jpg', 'https://images.example.org/a.jpg'],
  ['outside the explorer', '../../private/a.jpg', null],
  ['of another file system', 'file:///etc/a.jpg', null],
  ['of another origin', 'https://other.example/a.jpg', null],
  ['of another origin, without a scheme', '//other.example/a.jpg', null],
  ['of no address', 'https://', null],
])('finds an image %s', (_, src, expected) => {
  expect(imageOfFile(src, '/srv/site/data/record.json', data)).toBe(expected);
});
