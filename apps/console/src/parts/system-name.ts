/** Shared systems by the names offices use; one that a new procedure requires is shown by its key. */
import { catalogue, useWords } from '../words/catalogue.js';

const systemWords = catalogue(
  {
    businessRegistry: 'Hệ thống đăng ký doanh nghiệp',
    civilStatusSystem: 'Hệ thống hộ tịch điện tử',
    inspectionSystem: 'Hệ thống đăng kiểm',
    landDatabase: 'Cơ sở dữ liệu đất đai',
    oneStopSystem: 'Hệ thống một cửa điện tử',
    populationDatabase: 'Cơ sở dữ liệu quốc gia về dân cư',
  },
  {
    businessRegistry: 'Business registry',
    civilStatusSystem: 'Civil status system',
    inspectionSystem: 'Vehicle inspection system',
    landDatabase: 'Land database',
    oneStopSystem: 'One-stop system',
    populationDatabase: 'National population database',
  },
);

export function useSystemName(): (key: string) => string {
  const names: Readonly<Record<string, string>> = useWords(systemWords);
  return (key) => names[key] ?? key;
}
