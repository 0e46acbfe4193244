/** The style of lists, timeline and board, beside that of every page; on paper the board is A4 landscape. */
export const LIST_STYLE = `
.wide main,.wide footer,.wide .top{max-width:80rem}
.nav{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center}
.nav a{display:inline-block;padding:.6rem 0;font-weight:600}
.nav form{margin-left:auto}
.plain{background:none;color:var(--accent);border:1px solid var(--control);min-height:2.75rem;padding:.5rem 1rem}
.filter{grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));align-items:end}
.lines{display:grid;gap:.75rem;padding:0;margin:0;list-style:none}
.lines .card{display:grid;gap:.6rem}
.past{border-left:.4rem solid var(--bad)}
.clock{font-weight:600}
.past .clock,.clock.late{color:var(--bad);font-weight:700}
.doing{display:flex;flex-wrap:wrap;gap:.6rem 1.25rem;align-items:center}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;background:var(--card)}
th,td{border:1px solid var(--hairline);padding:.5rem .6rem;text-align:left;vertical-align:top}
td p+p,th p+p{margin-top:.4rem}
tbody th{font-weight:400;min-width:12rem}
td .patient,th .patient{position:static;border-width:1px}
.now{background:var(--accent-ground)}
.gone{color:var(--muted)}
@media screen and (max-width:44rem){.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stack,.stack tbody,.stack tr,.stack tbody th{display:block}.stack{background:none}.stack tr{margin-bottom:.75rem;padding:.6rem .9rem;border:1px solid var(--hairline);border-radius:.6rem;background:var(--card)}.stack tbody th,.stack td{border:0;padding:.2rem 0}.stack td{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);column-gap:.75rem}.stack td:empty{display:none}.stack td::before{content:attr(data-title);color:var(--muted);font-size:.88rem}}
@page{size:A4 landscape;margin:12mm}
@media print{.nav,.top,footer,.doing{display:none}.wide main{max-width:none;padding:0}body{background:none}table{font-size:8.5pt}th,td{padding:1.5mm}tbody th{min-width:0}tr{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}}
`;
