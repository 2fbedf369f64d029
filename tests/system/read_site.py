"""Reads the pages, feeds and calendars of a folder with programs that are not ours, and writes what they found as JSON."""
import json
import sys
from html.parser import HTMLParser
from pathlib import Path

import feedparser
from icalendar import Calendar
from rdflib import Graph, RDF


class LdReader(HTMLParser):
    """Collects the JSON-LD of a page."""

    def __init__(self):
        super().__init__()
        self.inside = False
        self.texts = []

    def handle_starttag(self, tag, attrs):
        self.inside = tag == 'script' and dict(attrs).get('type') == 'application/ld+json'
        if self.inside:
            self.texts.append('')

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.texts[-1] += data


def types_of(text):
    """Returns the types of an RDF graph, each as the last part of its name, and the number of its statements."""
    data = json.loads(text)
    # Schema.org's context would have to be fetched.
    assert data.pop('@context') == 'https://schema.org'
    data['@context'] = {'@vocab': 'https://schema.org/'}
    graph = Graph().parse(data=json.dumps(data), format='json-ld', publicID='https://page.invalid/')
    types = sorted(str(name).rsplit('/', 1)[1] for name in graph.objects(None, RDF.type))
    return {'types': types, 'statements': len(graph)}


def read_feed(path):
    feed = feedparser.parse(path.read_bytes())
    return {
        'version': feed.version,
        'problem': str(feed.bozo_exception) if feed.bozo else None,
        'title': feed.feed.get('title'),
        'language': feed.feed.get('language'),
        'entries': [{'id': e.id, 'title': e.title, 'link': e.link, 'updated': e.updated} for e in feed.entries],
    }


def read_calendar(path):
    events = Calendar.from_ical(path.read_bytes()).walk('VEVENT')
    return [{'uid': str(e['UID']), 'summary': str(e['SUMMARY']), 'start': str(e['DTSTART'].dt)} for e in events]


root = Path(sys.argv[1])
found = {'feeds': {}, 'calendars': {}, 'ld': {}}
for path in sorted(root.rglob('*')):
    name = path.relative_to(root).as_posix()
    if path.name == 'feed.xml':
        found['feeds'][name] = read_feed(path)
    elif path.suffix == '.ics':
        found['calendars'][name] = read_calendar(path)
    elif path.name == 'index.html':
        reader = LdReader()
        reader.feed(path.read_text('utf-8'))
        if reader.texts:
            found['ld'][name] = [types_of(text) for text in reader.texts]
json.dump(found, sys.stdout)
