// What ajv says of OSCAL documents: node oscal.mjs MODULES SCHEMAS < LINES. Each line of the input is a document; each line of the output
// is the list of releases whose schema it satisfies, or null where it is of no model that a schema knows.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [modules, schemas] = process.argv.slice(2);
const installed = createRequire(join(resolve(modules), 'judge.cjs'));
const Ajv = installed('ajv').default;
const formats = installed('ajv-formats').default;

function judge(version) {
  const schema = JSON.parse(readFileSync(join(schemas, `oscal_complete_schema-${version}.json`), 'utf8'));
  const ajv = new Ajv({ strict: false, unicodeRegExp: true });
  formats(ajv);
  ajv.addSchema(schema, 'oscal');
  const models = new Map(schema.oneOf.map((each, i) => [each.required[0], i]));
  const compiled = new Map();
  return (model, document) => {
    if (!models.has(model)) return null;
    if (!compiled.has(model)) compiled.set(model, ajv.compile({ $ref: `oscal#/oneOf/${models.get(model)}` }));
    return compiled.get(model)(document);
  };
}

const judges = ['1.1.3', '1.2.2'].map((version) => [version, judge(version)]);
for (const line of readFileSync(0, 'utf8').split('\n').filter((each) => each)) {
  const document = JSON.parse(line);
  const model = Object.keys(document ?? {}).find((each) => each !== '$schema');
  const answers = judges.map(([version, asked]) => [version, asked(model, document)]).filter(([, valid]) => valid !== null);
  console.log(JSON.stringify(answers.length ? answers.filter(([, valid]) => valid).map(([version]) => version) : null));
}
