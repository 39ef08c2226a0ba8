import {
  IconFile, IconFileMusic, IconFileText, IconFileTypePdf, IconFileZip, IconMovie, IconPhoto, IconTable, type IconProps,
} from '@tabler/icons-react';

const endings: [RegExp, typeof IconFile][] = [
  [/^image\//, IconPhoto],
  [/^video\//, IconMovie],
  [/^audio\//, IconFileMusic],
  [/pdf$/, IconFileTypePdf],
  [/(spreadsheet|excel|csv)/, IconTable],
  [/(zip|rar|7z|gzip)/, IconFileZip],
  [/^text\/|document|word/, IconFileText],
];

/** Says what sort of file it is, for those who see it. */
export function AttachmentIcon({ type, ...props }: Omit<IconProps, 'type'> & { type: string | null }) {
  const Icon = endings.find(([pattern]) => pattern.test(type ?? ''))?.[1] ?? IconFile;
  return <Icon size={18} aria-hidden {...props} />;
}
