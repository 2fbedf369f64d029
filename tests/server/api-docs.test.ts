import { describe, expect, it } from 'vitest';
import { openApi } from '../../src/server/open-api';

interface Json {
  [key: string]: Json;
}

const INTRODUCTION = `# The API

\`npm run serve\` answers these requests below \`api/\`. The server gives the same description as OpenAPI 3.1 at
\`api/openapi.json\`. This page is made from it by a test: \`npx vitest run tests/server/api-docs.test.ts -u\` writes it anew.

- Days are numbers: 0 is 1 January 1970, in no time zone.
- \`q\` is the question as JSON. Members that the schema does not name are refused.
- \`v\` is the version that \`dataset\` gives. A reply to a question with a version may be kept; once the server has another
  version, such a question gets 409.
- Exact and complete replies have an \`ETag\` made from the version and the question. Replies are compressed with Brotli or
  gzip.
- Every refusal is \`{"error": {"code", "message"}}\`; the message is a sentence in English.

\`\`\`
curl -G https://example.org/timeline/api/ask --data-urlencode 'q={
  "selection": {"facets": {"theme": {"include": ["drugs"], "exclude": [], "mode": "any"}}, "text": "", "from": 17167, "to": null, "compare": null},
  "wants": {"counts": true, "rows": {"order": "date", "start": 0, "limit": 20}}
}'
\`\`\`
`;

/** Writes a schema in one line, in the way of TypeScript. */
function typeText(schema: Json): string {
  const { anyOf, items, properties, additionalProperties, required } = schema as Record<string, unknown>;
  if (Array.isArray(anyOf)) return anyOf.map(typeText).join(' or ');
  if (Array.isArray(schema.enum)) return schema.enum.map(value => JSON.stringify(value)).join(' or ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (items) return `[${typeText(items as Json)}] (up to ${schema.maxItems})`;
  if (properties) {
    const isRequired = (name: string) => Array.isArray(required) && required.includes(name);
    const members = Object.entries(properties as Json).map(
      ([name, member]) => `${name}${isRequired(name) ? '' : '?'}: ${typeText(member)}`,
    );
    return `{${members.join(', ')}}`;
  }
  if (additionalProperties) return `{id of a facet: ${typeText(additionalProperties as Json)}}`;
  if (schema.maxLength) return `text (up to ${schema.maxLength} characters)`;
  if (schema.maximum) return `${schema.type} (${schema.minimum} to ${schema.maximum})`;
  return String(schema.type);
}

/** Lists the members of a question, and for \`wants\` the members of each want. */
function questionLines(schema: Json): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    if (!member.properties) return [`- \`${name}\`: ${typeText(member)}`];
    const inner = Object.entries(member.properties).map(([key, value]) => `  - \`${key}\`: ${typeText(value)}`);
    return [`- \`${name}\`, an object${name === 'wants' ? ' with at least one of these' : ' of these'}:`, ...inner];
  });
}

function pathText(path: string, item: Json): string {
  const { get, post } = item;
  const parameters = (get?.parameters ?? []) as unknown as readonly {
    name: string;
    description: string;
    content?: Json;
  }[];
  const question = parameters.find(({ name }) => name === 'q')?.content?.['application/json']?.schema;
  const statuses = Object.entries(get?.responses ?? {}).map(
    ([status, reply]) => `| ${status} | ${reply.description} |`,
  );
  return [
    `## \`GET ${path.slice(1)}\``,
    '',
    `${get?.summary}${post ? ' `POST` takes the question as its body, for questions that are too long for an address.' : ''}`,
    '',
    ...parameters.map(({ name, description }) => `- \`${name}\`: ${description}`),
    ...(parameters.length > 0 ? [''] : []),
    ...(question ? ['The question:', '', ...questionLines(question), ''] : []),
    '| status | reply |',
    '| --- | --- |',
    ...statuses,
    '',
  ].join('\n');
}

describe('the description of the API', () => {
  it('is what docs/API.md says', async () => {
    const paths = openApi().paths as Json;
    const page = [INTRODUCTION, ...Object.entries(paths).map(([path, item]) => pathText(path, item))].join('\n');
    await expect(page).toMatchFileSnapshot('../../docs/API.md');
  });
});
