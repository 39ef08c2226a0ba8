import { Avatar } from '@mantine/core';

interface UserAvatarProps {
  name: string;
  size?: number;
}

/** Decoration beside a name that is always written out. */
export function UserAvatar({ name, size = 32 }: UserAvatarProps) {
  return <Avatar size={size} radius="50%" color="gray" variant="light" aria-hidden>{initials(name)}</Avatar>;
}

function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? Array.from(word)[0] : ''))
    .join('')
    .toLocaleUpperCase();
}
