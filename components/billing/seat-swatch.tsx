/** The colour of seats, beside the words that say which they are. */
export const SeatSwatch = ({ color }: { color: string }) => (
  <span
    aria-hidden="true"
    style={{ backgroundColor: color }}
    className="keeps-color size-2 flex-none rounded-[2.5px]"
  />
);
