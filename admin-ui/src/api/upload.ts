import { readCookie } from '@/lib/cookies';
import { toProblem, unreachableProblem } from '@/lib/problem';

/** Sends one file as a form and tells how far it has come, which `fetch` cannot. Throws an `ApiProblem`. */
export function uploadFile<T>(path: string, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    const token = readCookie('XSRF-TOKEN');
    if (token) request.setRequestHeader('X-XSRF-TOKEN', token);
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status >= 200 && request.status < 300) resolve(answer as T);
      else reject(toProblem(request.status, answer));
    };
    request.onerror = () => reject(unreachableProblem());
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
