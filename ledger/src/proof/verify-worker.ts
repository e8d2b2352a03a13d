/** The thread side of `verify-proof.ts`: a long proof is verified here, where the young part of the memory can be kept small. */
import { parentPort, workerData } from 'node:worker_threads'
import { verifyHere, type VerifyOptions } from './verify-here.ts'

const { file, options, threads }: { file: string; options: VerifyOptions; threads: number } =
  workerData

const found = await verifyHere(file, options, threads)
parentPort?.postMessage(found, [])
