"use client";

import { Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { MemberPicker } from "@/components/collections/member-picker";
import { StatusBadge } from "@/components/collections/status-badge";
import type { GroupMember } from "@/components/groups/use-group-members";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowName } from "@/components/ui/row-name";
import type { AssignableMembers } from "@/lib/operations/organization/list-assignable-members";

type People = readonly GroupMember[];

type Props = {
  offered: AssignableMembers;
  onSearch: (text: string) => void;
  /** Who is in the group, as far as it was read. */
  inside: People;
  added: People;
  taken: People;
  onAdded: (people: People) => void;
  onTaken: (people: People) => void;
};

/** Who is in a group: those to come in first, then those inside, and who is to go can be taken back. */
export function MembersField({ offered, onSearch, inside, added, taken, onAdded, onTaken }: Props) {
  const t = useTranslations("groups.membersDrawer");
  const isIn = (people: People, id: string) => people.some((each) => each.id === id);
  const without = (people: People, others: People) => people.filter(({ id }) => !isIn(others, id));
  // Edits outlive a lock, and what is inside is read again after it.
  const coming = without(added, inside);
  const going = without(taken, inside);

  return (
    <div className="flex flex-col gap-3">
      <MemberPicker
        offered={offered}
        isChosen={(id) => isIn(inside, id) || isIn(added, id)}
        onSearch={onSearch}
        onAdd={(member) => onAdded([member, ...added])}
      />
      {inside.length + coming.length === 0 ? <p className="text-label text-muted">{t("nobody")}</p> : null}
      <ul className="flex flex-col gap-2">
        {[...coming, ...going, ...inside].map((member) => {
          const shown = member.name ?? member.email;
          const isNew = isIn(coming, member.id);
          const isGoing = isIn(taken, member.id);
          return (
            <li key={member.id} className="flex items-center gap-2">
              <div className="min-w-0 flex-1">
                <RowName
                  picture={<PersonAvatar of={member} name={shown} size="s" />}
                  name={isGoing ? <s className="text-muted">{shown}</s> : shown}
                  detail={member.name ? member.email : null}
                  badge={
                    isNew || isGoing ? (
                      <Badge tone={isNew ? "ok" : "warn"}>{t(isNew ? "comes" : "goes")}</Badge>
                    ) : (
                      <StatusBadge status={member.status} />
                    )
                  }
                />
              </div>
              {isGoing ? (
                <IconButton
                  size="s"
                  label={t("keep", { name: shown })}
                  icon={<Undo2 aria-hidden="true" />}
                  onClick={() => onTaken(without(taken, [member]))}
                />
              ) : (
                <IconButton
                  size="s"
                  label={t("remove", { name: shown })}
                  icon={<X aria-hidden="true" />}
                  onClick={() => (isNew ? onAdded(without(added, [member])) : onTaken([...taken, member]))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
