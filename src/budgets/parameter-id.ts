/** The number of a parameter sheet, by the name that its cell has. */
export type ParameterId =
  | 'AsOf' | 'NCommunity' | 'StdFormal' | 'StdContract' | 'StdCollege' | 'StdAge' | 'StdParty' | 'StdArea' | 'StdRooms' | 'StdModel'
  | 'PayFormal' | 'HeadFormal' | 'PayContract' | 'HeadContract' | 'StatedTotal' | 'Subsidy' | 'Principals' | 'TaskMoney' | 'PaidService'
  | 'PublicQuota' | 'BuildCost' | 'FundRate' | 'Scenario'
  | 'UseCoef' | 'CollectRate' | 'FundShare' | 'FirstYear' | 'ProgrammeYears'
  | 'UnitFormal' | 'UnitContract'
