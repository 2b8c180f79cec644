/** The mark again, large and faint, as high as what it stands in. */
export function RingArt() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      fill="none"
      preserveAspectRatio="xMaxYMid meet"
      className="absolute inset-y-0 -end-20 h-full w-[calc(100%+5rem)] opacity-15 rtl:-scale-x-100"
    >
      <circle cx="16" cy="10" r="6.6" stroke="#d6a957" strokeWidth="2.6" />
      <path
        d="M12.2 15.6 8.6 27.4m.3-1.1 3 .9m-2-4.3 2.4.7M16 16.6V29m0-1h3.1M16 24.4h2.4m1.4-8.8 3.6 11.8"
        stroke="#f3e6cb"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
