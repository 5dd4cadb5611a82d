// Formats notes and bibliographies with citeproc-js; benchmarks/styles.py and the tests run it.
// In: {styles: [{name, xml, locale}], locales, papers: [{items, notes}]} as JSON;
// out: for each style and each paper {notes, entries}, or {error}, as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const CSL = createRequire(process.argv[2] + "/")("citeproc");
const job = JSON.parse(readFileSync(0, "utf8"));

function format({ xml, locale }, paper) {
  const items = Object.fromEntries(paper.items.map((item) => [item.id, structuredClone(item)]));
  const system = { retrieveLocale: (name) => job.locales[name] ?? job.locales["en-US"], retrieveItem: (id) => items[id] };
  const engine = new CSL.Engine(system, xml, locale, false);
  engine.setOutputFormat("text");
  const notes = [];
  const before = [];
  paper.notes.forEach((cites, at) => {
    const citation = { citationID: `n${at}`, citationItems: cites.map((one) => ({ ...one })), properties: { noteIndex: at + 1 } };
    for (const [place, text] of engine.processCitationCluster(citation, before, [])[1]) notes[place] = text;
    before.push([citation.citationID, at + 1]);
  });
  const bibliography = engine.makeBibliography();
  return { notes, entries: bibliography ? bibliography[1].map((entry) => entry.trim()) : [] };
}

function attempt(style, paper) {
  try {
    return format(style, paper);
  } catch (error) {
    return { error: `${style.name}: ${error}` };
  }
}

// Its plain text joins what stands apart, as a number in the margin does, without a blank.
for (const place of ["left-margin", "right-inline", "block", "indent"])
  CSL.Output.Formats.text[`@display/${place}`] = (_state, text) => ` ${text} `;

console.debug = console.log = () => {};
process.stdout.write(JSON.stringify(job.styles.map((style) => job.papers.map((paper) => attempt(style, paper)))));
