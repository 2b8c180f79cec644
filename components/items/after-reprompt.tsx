"use client";

import { type ReactNode, useState } from "react";
import { RepromptDialog } from "@/components/items/reprompt-dialog";

type Props = {
  /** Whether the item does not want the master password, or it was asked for already. */
  isConfirmed: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** Asks for the master password before what is inside opens an item's secrets. */
export function AfterReprompt({ isConfirmed, onClose, children }: Props) {
  const [confirmed, setConfirmed] = useState(isConfirmed);
  return confirmed ? children : <RepromptDialog onConfirmed={() => setConfirmed(true)} onClose={onClose} />;
}
