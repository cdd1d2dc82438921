const {buildSync}=require('esbuild');
for (const n of ['by-pipeline','by-hand']) buildSync({entryPoints:[`bench/${n}.ts`],outfile:`bench/tmp/${n}.js`,bundle:true,platform:'node',external:['aws-cdk-lib','constructs','../../lib'],alias:{'cdk-python-artifact-pipeline':'../../lib'}});
