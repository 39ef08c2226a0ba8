/** The secret of a link that works once stands behind the #: browsers do not send it, and no log holds it. */
export const linkSecret = () => window.location.hash.slice(1);
