type Props = {
  /** Any CSS length. */
  width?: string;
  height?: string;
  round?: boolean;
};

/** Stands for something that is still loading, in the size that it will have. */
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
