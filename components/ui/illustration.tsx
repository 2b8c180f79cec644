export type IllustrationName = "clients" | "people" | "keys" | "log" | "lost";

/** Line drawings in ink and brass. Only keys are brass. */
export function Illustration({ name }: { name: IllustrationName }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 160 104"
      className="h-26 w-40"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
    >
      <ellipse cx="80" cy="94" rx="58" ry="5" className="fill-sunk" />
      <g className="stroke-primary">{drawings[name]}</g>
    </svg>
  );
}

const ring = (
  <g className="stroke-brass" strokeWidth="3">
    <circle cx="80" cy="34" r="13" />
    <path d="m73 46-9 30m1-3 8 2.5M80 48v32m0-3h8m-8-9h6m1-22 9 30" />
  </g>
);

const drawings = {
  clients: (
    <>
      <path className="fill-raised" d="M26 92V46h34v46M100 92V54h34v38" />
      <path className="fill-raised" d="M56 92V22h48v70z" />
      <path d="M36 56h6m-6 12h6m-6 12h6M118 64h6m-6 12h6M68 34h6m12 0h6M68 48h6m12 0h6" />
      <path className="stroke-brass" d="M73 92V72a7 7 0 0 1 14 0v20" />
      <circle className="fill-brass stroke-brass" cx="83.5" cy="82" r=".8" />
    </>
  ),
  people: (
    <>
      <circle className="fill-raised" cx="44" cy="48" r="11" />
      <path className="fill-raised" d="M24 92c0-14 8-23 20-23s20 9 20 23" />
      <circle className="fill-raised" cx="116" cy="48" r="11" strokeDasharray="4 5" />
      <path className="fill-raised" d="M96 92c0-14 8-23 20-23s20 9 20 23" strokeDasharray="4 5" />
      <g className="stroke-brass" strokeWidth="2.6">
        <circle cx="75" cy="28" r="6" />
        <path d="M81 28h14m-3 0v5m-5-5v4" />
      </g>
    </>
  ),
  keys: (
    <>
      <path d="M80 21v-9m-14 0h28" />
      {ring}
    </>
  ),
  log: (
    <>
      <path className="fill-raised" d="M46 16h56l14 14v62H46z" />
      <path d="M102 16v14h14M66 46h34M66 60h34M66 74h22" />
      <path className="stroke-brass" d="M56 46h.1M56 60h.1M56 74h.1" strokeWidth="4" />
    </>
  ),
  lost: (
    <>
      <path className="fill-raised" d="M50 92V20h44v72z" />
      <path d="M94 20h16v72M36 92h88" />
      <circle className="fill-primary" cx="86" cy="58" r="1" />
      <path
        className="stroke-brass"
        strokeWidth="2.6"
        d="M121 80h-8m2 0v4m-5-4a5 5 0 1 1-10 0 5 5 0 0 1 10 0Z"
      />
    </>
  ),
} as const;
