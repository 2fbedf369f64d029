import { fold } from '../../lib/fold';
import type { Role } from '../../model/reading';

/**
 * Names of columns, folded, in English, French, German, Spanish, Italian, Portuguese, Dutch and Polish, by the role that
 * they suggest.
 */
const NAMES: Readonly<Partial<Record<Role, string>>> = {
  id: 'id identifier identifiant kennung identificador identificatore identificatie identyfikator objectid uid key code',
  date: 'date dates when datum fecha data termin jour day tag dia giorno dag dzien hdate eventdate year annee jahr ano anno jaar rok',
  start: `start from begin beginning startdate datestart start_date begindate from_date debut datededebut du von beginn anfang
    startdatum inicio fechadeinicio desde inizio datainizio dal begin van begindatum poczatek od datarozpoczecia yearstart startyear`,
  end: `end to until enddate dateend end_date finish fin datedefin au bis ende enddatum hasta fechadefin fine datafine al fim ate
    datafim einde tot einddatum koniec do datazakonczenia yearend endyear hdate_end`,
  title: `title name event headline subject label titre nom evenement intitule sujet titel bezeichnung ereignis betreff uberschrift
    titulo nombre evento asunto titolo nome oggetto assunto naam gebeurtenis onderwerp kop tytul nazwa wydarzenie temat`,
  short: 'short shorttitle titrecourt kurztitel',
  summary: `summary description text abstract details resume descriptif texte beschreibung zusammenfassung inhalt resumen
    descripcion texto descrizione riassunto testo resumo descricao beschrijving samenvatting tekst opis streszczenie tresc`,
  place: `place location city venue where town lieu ville endroit ort stadt lugar ciudad ubicacion luogo citta local cidade plaats
    stad locatie miejsce miasto miejscowosc`,
  country: 'country countrycode iso2 iso3 pays land staat pais paese kraj countryiso',
  coordinates:
    'coordinates coordonnees koordinaten coordenadas coordinate latlon latlng latitude longitude lat lon lng long',
  link: 'link url links href website web lien site adresse verweis enlace sito collegamento ligacao koppeling odnosnik www uri',
  source: 'source quelle fuente fonte bron zrodlo source_id',
};

const roles = new Map<string, Role>();
for (const [role, names] of Object.entries(NAMES)) {
  for (const name of names.split(/\s+/)) if (!roles.has(plain(name))) roles.set(plain(name), role as Role);
}

/** Returns the role that the name of a column suggests. Returns undefined for other names. */
export function roleOfName(name: string): Role | undefined {
  return roles.get(plain(name));
}

function plain(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}
