/** All rooms of the console. A room registers its routes here, and itself in `rooms.ts` when it belongs in the menu. */
import { deskRoutes } from '../desk/routes.tsx'
import { matterRoutes } from '../matters/routes.tsx'
import { rootRoute } from './root-route.tsx'

export const routeTree = rootRoute.addChildren([...deskRoutes, ...matterRoutes])
