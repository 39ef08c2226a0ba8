export function readCookie(name: string, cookies: string = document.cookie): string | null {
  const found = cookies.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}
