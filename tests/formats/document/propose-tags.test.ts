import { describe, expect, it } from 'vitest';
import { proposeTags, vocabularyOf } from '../../../src/formats/document/propose-tags';
import type { Activity, Facet } from '../../../src/model/dataset';

const FACETS: readonly Facet[] = [
  {
    id: 'network',
    label: 'Network',
    values: [
      {
        id: 'rivers',
        label: { en: 'Rivers Network (RIV)', fr: 'Réseau des rivières' },
        aliases: ['Network of Rivers'],
      },
      { id: 'north', label: 'Rivers Network North', broader: 'rivers' },
      { id: 'ec', label: 'European Commission', aliases: ['EC', 'HOME'] },
      { id: 'old-name', label: 'DG WATER' },
      { id: 'new-name', label: 'DG Seas', aliases: ['DG WATER'] },
    ],
  },
  {
    id: 'region',
    label: 'Region',
    values: [
      { id: 'coast', label: 'Coast (of the north)' },
      { id: 'sao', label: 'São Tomé' },
    ],
  },
];

const RAW = [
  {
    id: 'network',
    values: [
      { id: 'old-name', validUntil: '2020-12-31' },
      { id: 'new-name', validFrom: '2021-01' },
    ],
  },
];

function proposed(title: string, more: Partial<Activity> = {}): string[] {
  const activity: Activity = { id: 'a', date: '2018', earliest: 17_532, latest: 17_896, title, tags: {}, ...more };
  return proposeTags(activity, vocabularyOf(FACETS, RAW)).map(
    ({ facet, value, words }) => `${facet}:${value} “${words}”`,
  );
}

describe('tags proposed from labels and aliases', () => {
  it.each([
    ['The rivers network met', ['network:rivers “rivers network”']],
    ['Le Réseau des rivières', ['network:rivers “Réseau des rivières”']],
    ['A reseau des RIVIERES', ['network:rivers “reseau des RIVIERES”']],
    ['The Network of\nRivers', ['network:rivers “Network of\nRivers”']],
    ['RIV and riv', ['network:rivers “RIV”']],
    ['a riv, an ec, at home', []],
    ['EC at HOME', ['network:ec “EC”']],
    ['rivers and a network', []],
    ['Rivers Networks', []],
    ['Rivers Network North of Sao Tome', ['network:north “Rivers Network North”', 'region:sao “Sao Tome”']],
    ['At the coast', ['region:coast “coast”']],
  ])('%j', (title, tags) => expect(proposed(title)).toEqual(tags));

  it('reads the summary, too', () => expect(proposed('A', { summary: 'B of the EC' })).toEqual(['network:ec “EC”']));

  it('proposes the value that was valid on the day', () => {
    expect(proposed('DG WATER')).toEqual(['network:old-name “DG WATER”']);
    expect(proposed('DG WATER', { earliest: 19_000, latest: 19_000 })).toEqual(['network:new-name “DG WATER”']);
  });

  it('leaves a facet that the activity has tags of', () => {
    expect(proposed('EC at the coast', { tags: { network: ['rivers'] } })).toEqual(['region:coast “coast”']);
  });
});
