import { LoaderCircle } from "lucide-react";

/** Only the turning ring: whoever shows it says in words what is awaited. */
export function Spinner() {
  return <LoaderCircle aria-hidden="true" className="animate-spin" />;
}
