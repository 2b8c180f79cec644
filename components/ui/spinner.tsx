import { LoaderCircle } from "lucide-react";

/** The turning ring alone. The text beside it has to say what is loading. */
export function Spinner() {
  return <LoaderCircle aria-hidden="true" className="animate-spin" />;
}
