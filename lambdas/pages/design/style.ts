import { palettes, properties } from './palette.ts';

/**
 * The style of every page; it stands in the page itself and its hash in the Content-Security-Policy. Phone first: one
 * column, controls of at least 44 px, no fixed widths. `.code` is a font that separates 0 from O and 1 from I and l.
 */
export const STYLE = `
:root{color-scheme:light dark;${properties(palettes.light)}}
@media (prefers-color-scheme:dark){:root{${properties(palettes.dark)}}}
*,::before,::after{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Open Sans",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:break-word}
main,footer,.top{max-width:44rem;margin-inline:auto;padding-inline:1rem}
main:focus{outline:none}
:focus-visible,input:focus-within{outline:3px solid var(--focus);outline-offset:2px;border-radius:.25rem}
a{color:var(--accent);text-underline-offset:.2em}
h1,h2,h3,h4,p,dl,ol,ul{margin:0}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.3}
h3,h4{font-size:1.05rem;line-height:1.35}
.skip{position:absolute;left:-100vw;top:.5rem;padding:.5rem 1rem;background:var(--card)}
.skip:focus{left:.5rem}
.top{display:flex;justify-content:space-between;align-items:center;padding-block:.9rem}
.top a{display:inline-block;padding:.55rem .25rem}
.brand{font-weight:700;color:var(--accent);letter-spacing:.01em}
main{display:grid;gap:1.25rem;padding-block:.25rem 2rem}
main>*{min-width:0}
section{display:grid;gap:.75rem}
.head{display:grid;gap:.4rem}
.where,.lead,.hint,.optional,footer{color:var(--muted)}
.where,.hint,.optional,footer{font-size:.92rem}
.optional{font-weight:400}
.ask{font-size:1.08rem}
.code,input.code,textarea.code{font-family:"DejaVu Sans Mono","Cascadia Mono",Consolas,Menlo,ui-monospace,monospace;font-variant-ligatures:none;font-feature-settings:"zero";letter-spacing:.02em;overflow-wrap:anywhere}
.code{font-size:.95em}
.card,.more>a{background:var(--card);border:1px solid var(--hairline);border-radius:.6rem;padding:1rem}
.facts dl{display:grid;gap:.6rem}
.facts dt{color:var(--muted);font-size:.92rem}
.facts dd{margin:0;font-weight:550}
details.card{padding:0}
summary{display:flex;align-items:center;gap:.7rem;min-height:3.25rem;padding:.6rem 1rem;cursor:pointer;list-style:none;border-radius:.6rem}
summary::-webkit-details-marker{display:none}
summary::before{content:"";flex:none;width:.6rem;height:.6rem;border:solid var(--accent);border-width:0 .16rem .16rem 0;transform:rotate(-45deg);transition:transform .12s}
details[open]>summary::before{transform:rotate(45deg)}
summary:hover :is(h3,h4){text-decoration:underline;text-underline-offset:.2em}
details[open]>summary{border-bottom:1px solid var(--hairline);border-radius:.6rem .6rem 0 0;background:var(--accent-ground)}
details>form{padding:1rem}
.notes{display:grid;gap:.4rem;padding:1rem 1rem 0}
.notes:empty{display:none}
.notes ul{padding-left:1.2rem}
.mark{margin-left:auto;text-align:right;color:var(--muted);font-size:.88rem;font-weight:400}
.done{padding:.5rem .9rem;border-radius:.4rem;background:var(--good-ground)}
.done strong{color:var(--good)}
.done strong::before{content:"✓ "}
.against{padding:.6rem .8rem;border-left:.3rem solid var(--warn);border-radius:.3rem;background:var(--warn-ground)}
.closed{border-style:dashed;display:grid;gap:.3rem}
.checklist{display:grid;gap:.5rem;padding:0;list-style:none}
.checklist:empty{display:none}
.container{display:grid;gap:.5rem;padding-top:.5rem}
.container h3{display:flex;flex:1;gap:.7rem;align-items:baseline}
.container>h3{padding-bottom:.2rem;border-bottom:2px solid var(--accent)}
details.container>summary{padding-inline:0;border-bottom:2px solid var(--good)}
.container h3 .mark{flex:none}
a.inline{display:inline-block;padding-block:.6rem;font-weight:600}
a.line,.more>a{display:flex;gap:.7rem;align-items:center;min-height:3.25rem;padding:.6rem 1rem;font-weight:600}
details.more>:is(.card,a){margin:.6rem .75rem}
.field>details.more>summary{padding-inline:0}
form{display:grid;gap:1.1rem}
.card>h3+form{margin-top:1rem}
.field{display:grid;gap:.3rem;min-width:0}
fieldset{border:0;margin:0;padding:0}
.nest{display:grid;gap:.9rem 1.2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));align-items:end;margin-top:.4rem;padding-left:.9rem;border-left:3px solid var(--hairline)}
.tick{margin-block:-.45rem}
label,legend{font-weight:600;padding:0}
.row{margin-top:.5rem}
.nest>fieldset.field{grid-column:1/-1}
.error{color:var(--bad);font-weight:600}
.error::first-letter{text-transform:uppercase}
.in-error{border-left:4px solid var(--bad);padding-left:.75rem}
input,select,textarea,button{font:inherit;color:inherit}
input:not([type=checkbox],[type=radio]),select,textarea{width:100%;min-height:2.9rem;padding:.55rem .7rem;background:var(--card);border:1px solid var(--control);border-radius:.4rem}
textarea{min-height:4.5rem;resize:vertical}
input.time{max-width:17rem}
.in-error input:not([type=checkbox],[type=radio]),.in-error textarea,.in-error select{border:2px solid var(--bad)}
.choice{display:flex;align-items:flex-start;gap:.7rem;min-height:2.75rem;padding-block:.5rem}
.choice input{flex:none;width:1.45rem;height:1.45rem;margin:.05rem 0 0;accent-color:var(--accent)}
.choice label{font-weight:400;flex:1}
.signature{display:grid;gap:1rem;padding:1rem;border-radius:.5rem;background:var(--accent-ground)}
.signature input{max-width:20rem}
.meaning strong,.recorded{display:block}
.recorded{margin-top:.4rem;font-size:.9em}
.unreviewed{font-size:.9rem}
.languages{display:flex;flex-wrap:wrap;justify-content:end;gap:0 .6rem}
button,.button{display:inline-block;justify-self:start;min-height:3rem;padding:.7rem 1.4rem;border:0;border-radius:.45rem;background:var(--accent);color:var(--on-accent);font-weight:650;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.button:hover{filter:brightness(1.08)}
.banner{padding:1rem;border-radius:.6rem;border-left:.4rem solid;gap:.4rem}
.banner h2,.banner p,.banner li{color:var(--ink)}
.banner ul{padding-left:1.2rem}
.banner a{color:var(--bad);font-weight:600}
.good{background:var(--good-ground);border-color:var(--good)}
.warn{background:var(--warn-ground);border-color:var(--warn)}
.bad{background:var(--bad-ground);border-color:var(--bad)}
.patient{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:.6rem .9rem;border:2px solid var(--ink);border-radius:.4rem;background:var(--card)}
.patient strong{font-size:1.08rem}
.lines .patient{position:static;border-width:1px}
.similar{flex-basis:100%;color:var(--bad);font-weight:700}
footer{padding-block:1rem 2rem;border-top:1px solid var(--hairline)}
@media (max-width:30rem){summary:has(.mark),a.line{flex-wrap:wrap;row-gap:0}summary .mark,a.line .mark{flex-basis:100%;text-align:left}summary>:is(h3,h4){flex:1}button,.button{width:100%}.signature{margin-inline:-.5rem}}
@media (min-width:40rem){.facts dl>div{display:grid;grid-template-columns:12rem 1fr;gap:1rem}.facts dl{gap:.35rem}.card{padding:1.25rem}details>form{padding:1.25rem}}
@media (prefers-reduced-motion:reduce){*{transition:none}}
@media print{.skip,.top a,button{display:none}}
@media (forced-colors:active){.banner,.card,button{border:1px solid}}
`;
