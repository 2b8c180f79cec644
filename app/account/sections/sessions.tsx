import {
  endOtherSessionsAction,
  endSessionAction,
  forgetDeviceAction,
  renameDeviceAction,
} from "@/app/account/actions";
import { SessionsList } from "@/components/account/sessions-list";
import type { ListedSession } from "@/lib/operations/account/list-sessions";

export function SessionsSection({ sessions }: { sessions: ListedSession[] }) {
  return (
    <SessionsList
      sessions={sessions}
      actions={{ end: endSessionAction, rename: renameDeviceAction, forget: forgetDeviceAction }}
      endOthers={endOtherSessionsAction}
    />
  );
}
