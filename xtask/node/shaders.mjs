// Has Tint judge every shader of a JSON file, on Dawn's null device, which has every feature and
// runs nothing: node shaders.mjs SHADERS.json
import { readFileSync } from 'node:fs';
import { create, globals } from 'webgpu';

Object.assign(globalThis, globals);
const shaders = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const gpu = create(['backend=null']);
const adapter = await gpu.requestAdapter();
const device = await adapter.requestDevice({ requiredFeatures: ['shader-f16', 'subgroups'] });

let wrong = 0;
for (const { name, text } of shaders) {
  device.pushErrorScope('validation');
  const { messages } = await device.createShaderModule({ code: text }).getCompilationInfo();
  const error = await device.popErrorScope();
  if (error === null) continue;
  wrong += 1;
  console.error(name);
  for (const m of messages) {
    console.error(`  ${m.type}, line ${m.lineNum}: ${m.message}\n    ${text.split('\n')[m.lineNum - 1]}`);
  }
}
console.log(`${shaders.length} shaders by Tint, ${wrong} refused`);
device.destroy();
process.exit(wrong === 0 && shaders.length > 0 ? 0 : 1);
