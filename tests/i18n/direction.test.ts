import { describe, expect, it } from 'vitest';
import { directionOf } from '../../src/i18n/direction';

describe('directionOf', () => {
  it.each(['ar', 'he', 'fa-IR', 'ur', 'yi', 'dv', 'ps', 'ckb', 'az-Arab', 'pa-PK'])('is right to left for %s', tag => {
    expect(directionOf(tag)).toBe('rtl');
  });

  it.each(['en', 'fr', 'ru', 'zh', 'hi', 'ar-Latn', 'pa', 'az', 'not a tag', ''])('is left to right for %s', tag => {
    expect(directionOf(tag)).toBe('ltr');
  });
});
