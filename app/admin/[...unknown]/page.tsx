import { notFound } from "next/navigation";

/** An address inside that leads nowhere. */
export default function Unknown() {
  notFound();
}
