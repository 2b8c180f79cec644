type Props = {
  /** Any CSS length. */
  width?: string;
  height?: string;
  round?: boolean;
};

/** The place of something that is on its way, at the size it will have. */
export function Skeleton({ width = "100%", height = "14px", round = false }: Props) {
  return (
    <span
      aria-hidden="true"
      style={{ width, height }}
      className={
        round
          ? "block flex-none animate-pulse rounded-full bg-line"
          : "block max-w-full animate-pulse rounded-small bg-line"
      }
    />
  );
}
