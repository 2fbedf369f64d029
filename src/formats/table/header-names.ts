import { fold } from '../../lib/fold';
import type { Role } from '../../model/reading';

/**
 * Names of columns, by the role that they suggest, in lower case and without accents. The languages are English,
 * French, German, Spanish, Italian, Portuguese, Dutch and Polish.
 */
const NAMES: Readonly<Partial<Record<Role, string>>> = {
  id: 'id identifier identifiant kennung identificador identificatore identificatie identyfikator objectid uid key code',
  date: 'date dates when dateofevent eventdate datum fecha data termin jour day tag dia giorno dag dzien hdate year annee jahr ano anno jaar rok',
  start: `start from begin beginning startdate datestart dateofstart start_date begindate fromdate datefrom validfrom debut datedebut
    datededebut du von ab beginn anfang startdatum anfangsdatum beginndatum datumvon inicio fechainicio fechadeinicio desde inizio
    datainizio datadiinizio datainicio datadeinicio dal begin van vanaf begindatum datumvan poczatek od datarozpoczecia datapoczatkowa
    dataod yearstart startyear`,
  end: `end to until till enddate dateend end_date todate dateto dateofend validto validuntil finish fin datefin datedefin au jusque
    bis ende enddatum datumbis schlussdatum hasta fechafin fechadefin fine datafine datadifine al fim ate datafim datafinal datadefim
    einde tot einddatum datumtot koniec do datazakonczenia datakoncowa datado yearend endyear hdate_end`,
  title: `title name event headline subject label eventname eventtitle activity titre nom evenement intitule sujet activite titel
    bezeichnung ereignis betreff uberschrift veranstaltung aktivitat titulo nombre evento asunto actividad titolo nome oggetto assunto
    attivita atividade naam gebeurtenis onderwerp kop activiteit tytul nazwa wydarzenie temat`,
  short: 'short shorttitle titrecourt kurztitel',
  summary: `summary description text abstract details resume descriptif texte beschreibung zusammenfassung inhalt resumen
    descripcion texto descrizione sommario resumo sintesi riassunto testo resumo descricao beschrijving omschrijving samenvatting tekst opis streszczenie tresc`,
  place: `place location city venue where town lieu ville endroit ort stadt lugar ciudad ubicacion luogo citta local cidade plaats
    stad locatie veranstaltungsort sede localita localidade localizacao lokalizacja miejsce miasto miejscowosc`,
  country: 'country countryname nation countrycode iso2 iso3 pays land staat pais paese kraj countryiso',
  coordinates:
    'coordinates coordonnees koordinaten coordenadas coordinate latlon latlng latitude longitude lat lon lng long',
  link: 'link url links href website web lien site adresse verweis enlace sito collegamento ligacao koppeling odnosnik www uri',
  source: 'source quelle fuente fonte bron zrodlo source_id',
};

const roles = new Map<string, Role>();
for (const [role, names] of Object.entries(NAMES)) {
  for (const name of names.split(/\s+/)) if (!roles.has(plain(name))) roles.set(plain(name), role as Role);
}

export function roleOfName(name: string): Role | undefined {
  return roles.get(plain(name)) ?? roles.get(plain(name.replace(REMARK, '')));
}

const REMARK = /[([{].*$/;

/** Matches names whose first word is the main word: `Date of event`, `Nom du projet`. */
const OF = /^(\p{L}+) (?:of|de|du|des|del|della|di|do|da|der|van|von)\b/u;

/**
 * Returns the role that the name of a column suggests, either as a whole or by its main word. Examples are `Event name`
 * and `Date of event`.
 */
export function roleOfHeader(name: string): Role | undefined {
  const words = name.replace(REMARK, '').trim();
  const first = OF.exec(words)?.[1];
  const last = /[._ -](\p{L}+)$/u.exec(words)?.[1];
  return roleOfName(name) ?? (first === undefined ? roleOfName(last ?? '') : roleOfName(first));
}

function plain(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}
