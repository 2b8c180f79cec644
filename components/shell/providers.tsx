"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
// They listen from the first page on, or the first going back, or the first page that cannot be fetched, would be missed.
import "@/components/shell/went-back";
import { ConnectionNotice } from "@/components/shell/connection-notice";
import { FocusKeeper } from "@/components/ui/focus-keeper";
import { LeaveQuestion } from "@/components/ui/leave-question";
import { PendingBar } from "@/components/ui/pending";
import { ToastProvider } from "@/components/ui/toast";

type Props = {
  /** Of this response's content security policy: the theme is set by a script before the first paint. */
  nonce: string | undefined;
  children: ReactNode;
};

/** What the design system needs around everything. `html` needs `suppressHydrationWarning`, as the theme is its class. */
export function Providers({ nonce, children }: Props) {
  const nonceProp = nonce ? { nonce } : {};
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem {...nonceProp}>
      <CSPProvider {...nonceProp}>
        <Tooltip.Provider delay={400}>
          <PendingBar />
          <FocusKeeper />
          <LeaveQuestion />
          <ToastProvider>
            <ConnectionNotice />
            {children}
          </ToastProvider>
        </Tooltip.Provider>
      </CSPProvider>
    </ThemeProvider>
  );
}
