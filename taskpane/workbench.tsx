import { startWorkbench } from './workbenches'

startWorkbench()
