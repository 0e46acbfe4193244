/** Colours for light and dark, and the parts of charts. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --bar: #2f6f9f; --mark: #c2cbd6; --line: #b3541e; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ef; --soft: #9aa6b4; --bar: #6aa9d6; --mark: #465364; --line: #e69a5e; --paper: #12171d; } }
body { margin: 2rem auto; max-width: 50rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-bottom: .3rem; } section { margin-top: 2rem; }
.note { color: var(--soft); margin: 0 0 .6rem; font-size: .9rem; } .whole { font-weight: 600; } .broken { font-weight: 600; color: var(--line); }
svg { max-width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg .value, svg .tick { fill: var(--soft); } .bar { fill: var(--bar); } .mark { stroke: var(--mark); stroke-width: 4; }
.axis { stroke: var(--soft); } .median { stroke: var(--line); stroke-width: 2; stroke-dasharray: 4 3; }
table { border-collapse: collapse; font-size: .9rem; } td { padding: .15rem .8rem .15rem 0; vertical-align: top; }
`;
