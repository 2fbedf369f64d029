import { describe, expect, it } from 'vitest';
import { axisFormat } from '../../../src/views/timeline/axis-format';

const MOMENT = new Date(Date.UTC(2018, 3, 1));

describe('axisFormat', () => {
  it('labels the axis in the language of the page', () => {
    expect(axisFormat('en').minorLabels(MOMENT, 'month')).toBe('Apr');
    expect(axisFormat('fr').minorLabels(MOMENT, 'month')).toBe('avr.');
    expect(axisFormat('en').majorLabels(MOMENT, 'day')).toBe('April 2018');
    expect(axisFormat('en').majorLabels(MOMENT, 'month')).toBe('2018');
  });

  it('labels a day by its own date, wherever the reader is', () => {
    expect(axisFormat('en').minorLabels(MOMENT, 'day')).toBe('1');
    expect(axisFormat('en').minorLabels(MOMENT, 'weekday')).toBe('Sun 1');
  });

  it('says nothing at a scale that it does not know', () => {
    expect(axisFormat('en').minorLabels(MOMENT, 'hour')).toBe('');
    expect(axisFormat('en').majorLabels(MOMENT, 'year')).toBe('');
  });
});
