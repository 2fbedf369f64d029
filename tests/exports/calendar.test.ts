import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/lib/day';
import { HOSTILE } from './hostile';
import { writeView } from './write';

/** Reads a calendar with an independent parser. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component));
  return { calendar, events };
}

const CERTAIN = /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/;

describe('the calendar of a view', () => {
  it('has an all-day event for each activity with certain days, which ends before its last day plus one', async () => {
    const { text, activities, omissions } = await writeView(HOSTILE, 'calendar');
    const certain = activities.filter(({ date }) => CERTAIN.test(date));
    const { events } = eventsOf(text);
    expect(events.map(({ uid }) => uid)).toEqual(certain.map(({ id }) => `${id}@hostile.chronofacet`));
    events.forEach((event, i) => {
      const activity = certain[i];
      expect(event.startDate.isDate).toBe(true);
      expect(event.startDate.toString()).toBe(isoDay(activity?.earliest ?? 0));
      expect(event.endDate.toString()).toBe(isoDay((activity?.latest ?? 0) + 1));
    });
    expect(omissions.activities).toBe(activities.length - certain.length);
    expect(omissions.activities).toBeGreaterThan(3);
  });

  it('says in its description what it leaves out and where it comes from', async () => {
    const { text, omissions } = await writeView(HOSTILE, 'calendar', { query: '?flat=one' });
    const description = String(eventsOf(text).calendar.getFirstPropertyValue('x-wr-caldesc'));
    expect(description).toContain(`${omissions.activities} activities without a certain day`);
    for (const part of ['https://record.example/?flat=one', 'CC0-1.0', '2026-11-30.0123456789', 'Flat: One']) {
      expect(description).toContain(part);
    }
  });

  it('keeps every text but its control characters', async () => {
    const { text, activities } = await writeView(HOSTILE, 'calendar');
    const byId = new Map(activities.map(activity => [`${activity.id}@hostile.chronofacet`, activity]));
    for (const event of eventsOf(text).events) {
      const { summary } = byId.get(event.uid) ?? {};
      expect(event.description).toBe(
        String(summary)
          .replaceAll('\r\n', '\n')
          .replace(/[^\P{Cc}\t\n]/gu, ''),
      );
    }
  });

  it('has lines of at most 75 octets with CRLF, and no half character', async () => {
    const { text } = await writeView(HOSTILE, 'calendar');
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\ufffd]/);
    }
  });

  it('has the same bytes on another day, but for the day', async () => {
    const [one, other] = await Promise.all(
      ['2026-11-30', '2027-01-02'].map(taken => writeView(HOSTILE, 'calendar', { taken })),
    );
    const unfolded = (text = '') => text.replaceAll('\r\n ', '');
    expect(unfolded(other?.text).replaceAll('2 January 2027', '30 November 2026')).toBe(unfolded(one?.text));
  });
});
