import type { Random } from '../../lib/random';
import { weightedDraw, zipfWeights } from '../../lib/weighted';
import type { Place } from '../../model/dataset';
import { capitalised, inventAnother, inventWord } from './vocabulary';

export const COUNTRIES =
  'AT BE BJ BR CH CI CO DE DK EG ES ET FI FR GH IE IN IT JO JP KE MA ML MX NG NO PE PL PT RS SE SN TH TR TZ'.split(' ');

const PLACE_COUNT = 240;

/**
 * Returns a function that picks a random place. Some places are far more frequent than others, and some have
 * coordinates.
 */
export function createPlaces(random: Random): (random: Random) => Place | undefined {
  const taken = new Set<string>();
  const countryAt = weightedDraw(zipfWeights(COUNTRIES.length, 4));
  const places = Array.from({ length: PLACE_COUNT }, (): Place => {
    const name = inventAnother(taken, () => capitalised(inventWord(random, 2 + random.below(2))));
    const country = COUNTRIES[countryAt(random)];
    const coordinates: [number, number] = [(random.below(36_000) - 18_000) / 100, (random.below(12_000) - 5_500) / 100];
    return { name, ...(country && random.chance(0.95) && { country }), ...(random.chance(0.6) && { coordinates }) };
  });
  const draw = weightedDraw(zipfWeights(PLACE_COUNT, 3));
  return random => places[draw(random)];
}
