const roles = ['owner', 'admin', 'lead', 'agent', 'viewer'] as const;

/** The roles that somebody can give: their own and those below. */
export const rolesUpTo = (role: (typeof roles)[number]) => roles.slice(roles.indexOf(role));
