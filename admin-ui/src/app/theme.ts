import { createTheme, type MantineColorsTuple } from '@mantine/core';

const iris: MantineColorsTuple = [
  '#eef0fd', '#dde1fa', '#bcc4f4', '#98a4ee', '#7a88e8', '#6171e2', '#4757d6', '#3b49b8', '#323e98', '#283178',
];

const gray: MantineColorsTuple = [
  '#f7f8fa', '#f0f2f5', '#e4e7ec', '#d3d8e0', '#b4bbc8', '#8b94a5', '#5a6475', '#444c5b', '#2f3643', '#1b202a',
];

const dark: MantineColorsTuple = [
  '#d9dde5', '#bac1cd', '#9ba4b4', '#646d7d', '#3d4553', '#2d343f', '#232932', '#191d24', '#13171d', '#0d1014',
];

export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  colors: { iris, gray, dark },
  black: '#1b202a',
  fontFamily: 'Inter, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250, events: { hover: true, focus: true, touch: false } } },
    Select: { defaultProps: { checkIconPosition: 'right', comboboxProps: { shadow: 'md' } } },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.4 } } },
  },
});
