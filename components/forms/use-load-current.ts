import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Loads the page anew, because what it shows is another by now, or gone. */
export function useLoadCurrent(): { isLoading: boolean; load: () => void } {
  const router = useRouter();
  const [isLoading, start] = useTransition();
  return { isLoading, load: () => start(() => router.refresh()) };
}
