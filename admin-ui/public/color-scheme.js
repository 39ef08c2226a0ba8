// Runs before the first paint so that a dark workspace does not flash white. External because the CSP allows no inline script.
(function () {
  var scheme = 'auto';
  try {
    scheme = localStorage.getItem('color-scheme') || 'auto';
  } catch {
    // Storage may be refused: follow the system.
  }
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
