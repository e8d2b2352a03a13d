/** A step as it arrives, read into the command that the rules know; the contract's own fields, so they cannot differ. */
import { stepFields } from '../contract/matter-steps.ts'
import * as z from 'zod/mini'

const steps = stepFields

export const stepCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('RedraftMatter'), ...steps.RedraftMatter }),
  z.object({ type: z.literal('ApproveMatter'), ...steps.ApproveMatter }),
  z.object({ type: z.literal('HandOverMatter'), ...steps.HandOverMatter }),
  z.object({ type: z.literal('SignReceipt'), ...steps.SignReceipt }),
  z.object({ type: z.literal('AskReassignment'), ...steps.AskReassignment }),
  z.object({ type: z.literal('GrantReassignment'), ...steps.GrantReassignment }),
  z.object({ type: z.literal('RefuseReassignment'), ...steps.RefuseReassignment }),
  z.object({ type: z.literal('RecordMeeting'), ...steps.RecordMeeting }),
  z.object({ type: z.literal('SubmitPlan'), ...steps.SubmitPlan }),
  z.object({ type: z.literal('AcceptPlan'), ...steps.AcceptPlan }),
  z.object({ type: z.literal('ReturnPlan'), ...steps.ReturnPlan }),
  z.object({ type: z.literal('ReportProgress'), ...steps.ReportProgress }),
  z.object({ type: z.literal('SubmitResult'), ...steps.SubmitResult }),
  z.object({ type: z.literal('ReturnResult'), ...steps.ReturnResult }),
  z.object({ type: z.literal('VerifyMatter'), ...steps.VerifyMatter }),
  z.object({ type: z.literal('JudgeMatter'), ...steps.JudgeMatter }),
  z.object({ type: z.literal('ObjectToClosure'), ...steps.ObjectToClosure }),
  z.object({ type: z.literal('AnswerObjection'), ...steps.AnswerObjection }),
  z.object({ type: z.literal('CloseMatter'), ...steps.CloseMatter }),
  z.object({ type: z.literal('LookBackAtMatter'), ...steps.LookBackAtMatter }),
  z.object({ type: z.literal('MergeMatter'), ...steps.MergeMatter }),
  z.object({ type: z.literal('ExitMatter'), ...steps.ExitMatter }),
  z.object({ type: z.literal('CommitMatter'), ...steps.CommitMatter }),
  z.object({ type: z.literal('ExtendDue'), ...steps.ExtendDue }),
  z.object({ type: z.literal('MoveResponsibility'), ...steps.MoveResponsibility }),
  z.object({ type: z.literal('ChaseMatter'), ...steps.ChaseMatter }),
  z.object({ type: z.literal('EscalateMatter'), ...steps.EscalateMatter }),
])

/** A command on an opened matter, but for the day: that is the server's to say. */
export type StepCommand = z.infer<typeof stepCommand>
