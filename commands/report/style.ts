/** The looks of a report: on light and dark, narrow and wide, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --back: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --head: #f3f5f7;
  --person: #fff4d6; --github: #f0f2f5; --aws: #e6f0ff; --open: #8a4600; --link: #0550ae; }
@media (prefers-color-scheme: dark) {
  :root { --back: #0f1318; --text: #e6edf3; --soft: #a3adb8; --line: #3d444d; --head: #1a2027;
    --person: #3a2f10; --github: #22282f; --aws: #12294a; --open: #ffb366; --link: #79b8ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; overflow-wrap: anywhere; }
p { max-width: 46rem; }
a { color: var(--link); }
.lead { font-size: 1.05rem; }
.open, em { color: var(--open); }
small { color: var(--soft); font-size: inherit; }
code { font: .88em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
table { width: 100%; margin: 1rem 0 1.5rem; border-collapse: collapse; table-layout: fixed; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { background: var(--head); font-weight: 600; }
tbody th { font-weight: 400; }
table.statements thead th:first-child { width: 7.5rem; }
table.sources thead th:last-child { width: 45%; }
table.statements thead th:last-child { width: 45%; }
td ul { margin: 0; padding-left: 1.1rem; }
figure { margin: 1.5rem 0; }
figure div { overflow-x: auto; }
figcaption { color: var(--soft); margin-top: .4rem; }
svg { display: block; max-width: 100%; height: auto; }
svg rect { stroke: var(--soft); stroke-width: 1; }
svg .person rect { fill: var(--person); }
svg .github rect { fill: var(--github); }
svg .aws rect { fill: var(--aws); }
svg text { fill: var(--text); font: 12.5px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
svg .name { font-weight: 600; }
svg .arrow { fill: none; stroke: var(--soft); stroke-width: 1.5; }
svg .head { fill: var(--soft); }
.sign { display: flex; flex-wrap: wrap; gap: 2rem; max-width: none; margin-top: 3rem; }
.sign span { flex: 1 1 12rem; border-top: 1px solid var(--text); padding-top: .25rem; color: var(--soft); }
@media (max-width: 44rem) {
  table, caption, tbody, tr, th, td { display: block; }
  thead { display: none; }
  td::before { content: attr(data-title); color: var(--soft); }
  svg { max-width: none; }
  tr { margin-bottom: .75rem; border-top: 2px solid var(--soft); }
}
@media print {
  :root { --back: #fff; --text: #000; --soft: #444; --line: #999; --head: #eee; --person: #fff; --github: #fff;
    --aws: #fff; --open: #000; --link: #000; }
  @page { margin: 15mm; }
  body { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  h2, h3, caption { break-after: avoid; }
  tr, figure, .sign { break-inside: avoid; }
}
`;
