// SPDX-License-Identifier: GPL-3.0-or-later
// Makes subtags.tsv from the npm package language-subtag-registry (CC0-1.0), which carries the IANA registry:
//   npm pack language-subtag-registry@0.4.2 && tar xzf language-subtag-registry-0.4.2.tgz
//   node make-subtags.mjs package > subtags.tsv
import { readFileSync } from 'node:fs';

const folder = process.argv[2];
const read = name => JSON.parse(readFileSync(`${folder}/data/json/${name}.json`, 'utf8'));
const clean = text => text.replaceAll(/\s+/g, ' ');

const lines = [
  `# IANA Language Subtag Registry, File-Date ${read('meta')['File-Date']}; made by make-subtags.mjs`,
  '# from the npm package language-subtag-registry (CC0-1.0).',
  '# type, subtag or tag, preferred value, deprecated since, prefixes, description',
];
for (const entry of read('registry')) {
  if (entry.Type === 'redundant')
    continue;
  lines.push([
    entry.Type,
    entry.Subtag ?? entry.Tag,
    entry['Preferred-Value'] ?? '',
    entry.Deprecated ?? '',
    (entry.Prefix ?? []).join(' '),
    clean(entry.Description[0]),
  ].join('\t'));
}
process.stdout.write(lines.join('\n') + '\n');
